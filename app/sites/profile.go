package sites

import (
	"context"

	"igny8/app/prose"
)

// Profile is what people have entered about a site. Every prompt contains it.
type Profile struct {
	Facts    []Statement `json:"facts,omitempty"`
	Names    []string    `json:"names,omitempty"`
	Tone     string      `json:"tone,omitempty"`
	Samples  []string    `json:"samples_of_tone,omitempty"`
	NeverSay []Word      `json:"never_say,omitempty"`
}

// Statement is the value of a fact under its name.
type Statement struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Profile returns the facts and the voice of the site.
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

// Empty reports whether nobody has entered anything about the site.
func (p Profile) Empty() bool {
	return len(p.Facts)+len(p.Names)+len(p.Tone)+len(p.Samples)+len(p.NeverSay) == 0
}

// Replacer returns a replacer that finds the words the site never uses, and replaces those that have a replacement.
func (p Profile) Replacer() prose.Replacer {
	words := make([]prose.Replacement, len(p.NeverSay))
	for i, w := range p.NeverSay {
		words[i] = prose.Replacement(w)
	}
	return prose.NewReplacer(words)
}
