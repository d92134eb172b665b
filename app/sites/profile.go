package sites

import (
	"context"

	"igny8/app/prose"
)

// Profile is what a site says of itself, as every prompt is told.
type Profile struct {
	Facts    []Statement `json:"facts,omitempty"`
	Names    []string    `json:"names,omitempty"`
	Tone     string      `json:"tone,omitempty"`
	Samples  []string    `json:"samples_of_tone,omitempty"`
	NeverSay []Word      `json:"never_say,omitempty"`
}

// Statement is a fact by its name.
type Statement struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Profile is the facts and the voice of the site.
func (s *Service) Profile(ctx context.Context, siteID string) (Profile, error) {
	v, err := s.Voice(ctx, siteID)
	if err != nil {
		return Profile{}, err
	}
	list, err := s.Facts(ctx, siteID)
	if err != nil {
		return Profile{}, err
	}
	p := Profile{Names: v.Names, Tone: v.Tone, Samples: v.Samples, NeverSay: v.NeverSay}
	for _, f := range list {
		p.Facts = append(p.Facts, Statement{f.Name, f.Value})
	}
	return p, nil
}

// Empty says whether nobody has said anything of the site.
func (p Profile) Empty() bool {
	return len(p.Facts)+len(p.Names)+len(p.Tone)+len(p.Samples)+len(p.NeverSay) == 0
}

// Replacer finds the words that the site never says, and replaces those that have a replacement.
func (p Profile) Replacer() prose.Replacer {
	words := make([]prose.Replacement, len(p.NeverSay))
	for i, w := range p.NeverSay {
		words[i] = prose.Replacement(w)
	}
	return prose.NewReplacer(words)
}
