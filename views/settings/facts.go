package settings

import (
	"strings"

	"igny8/app/sites"
	"igny8/app/writer"
	"igny8/views/address"
	"igny8/views/form"
)

// FactsForm holds the facts and the voice of a site, and the values of the forms that change them.
type FactsForm struct {
	Site        sites.Site
	Facts       []sites.Fact
	Outdated    []writer.OutdatedFact
	Unwanted    []writer.UnwantedWord
	Voice       *sites.Voice
	Name, Value string // of a new fact that was refused
	May         May
	Problems    form.Problems
}

// Words parses the lines in which people list words to avoid: "cheap", or "cheap = affordable" with a replacement.
func Words(lines string) []sites.Word {
	var list []sites.Word
	for _, line := range strings.Split(lines, "\n") {
		word, instead, _ := strings.Cut(line, "=")
		list = append(list, sites.Word{Word: word, Instead: instead})
	}
	return list
}

func lines(words []sites.Word) string {
	list := make([]string, len(words))
	for i, w := range words {
		if list[i] = w.Word; w.Instead != "" {
			list[i] += " = " + w.Instead
		}
	}
	return strings.Join(list, "\n")
}

// samples returns the sample texts for the form: the stored ones and an empty one.
func samples(v sites.Voice) []string {
	list := append([]string{}, v.Samples...)
	if len(list) < sites.MostSamples {
		list = append(list, "")
	}
	return list
}

// byContent groups the statements by the content that contains them.
func byContent(list []writer.Statement) [][]writer.Statement {
	var parts [][]writer.Statement
	for _, s := range list {
		if last := len(parts) - 1; last >= 0 && parts[last][0].ContentID == s.ContentID {
			parts[last] = append(parts[last], s)
			continue
		}
		parts = append(parts, []writer.Statement{s})
	}
	return parts
}

func sayingHref(siteID string, s writer.Statement) string {
	if s.BlockID == "" {
		return address.Content(siteID, s.ContentID)
	}
	return address.ContentBlock(siteID, s.ContentID, s.BlockID)
}
