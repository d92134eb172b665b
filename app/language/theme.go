package language

import (
	"strconv"
	"strings"
	"time"
)

// Theme holds the texts of a published site besides its content, in the site's language.
type Theme struct {
	Home, Skip, Menu, Breadcrumb, Contents            string
	Latest, Topics, Services, Guides, Categories      string
	More, RelatedTo, Related, InThis, OnShelf, Filed  string
	By, Updated, Minutes, Articles, Article           string
	About, Contact, Email, Phone, Address, GetInTouch string
	NotFound, NotFoundText, ToHome                    string
	Draft, Plan, Unwritten, Feed, Footer              string
	Months                                            [12]string
	Day                                               string
}

// ThemeOf returns the texts for a BCP 47 tag, or the English ones if its language has none.
func ThemeOf(tag string) Theme {
	l := Of(tag)
	if l.Theme == nil {
		words := *Of("en").Theme
		words.Day = ""
		return words
	}
	words := *l.Theme
	_, region, _ := strings.Cut(strings.ToLower(tag), "-")
	if l.Code == "en" && region != "" && region != "us" {
		words.Day = "{d} {m} {y}"
	}
	return words
}

// Date writes a day in the form of the language, or as ISO 8601 if the theme is not in that language.
func (t Theme) Date(day time.Time) string {
	if t.Day == "" {
		return day.Format(time.DateOnly)
	}
	return strings.NewReplacer(
		"{d}", strconv.Itoa(day.Day()), "{m}", t.Months[day.Month()-1], "{y}", strconv.Itoa(day.Year()),
	).Replace(t.Day)
}

// Count says how many articles a listing holds.
func (t Theme) Count(n int) string {
	if n == 1 {
		return "1 " + t.Article
	}
	return strconv.Itoa(n) + " " + t.Articles
}

// OnTopic returns the title of a list of other pages on a topic.
func (t Theme) OnTopic(topic string) string {
	if topic == "" {
		return t.Related
	}
	return strings.ReplaceAll(t.RelatedTo, "{topic}", topic)
}

// Reading says how long an article takes to read.
func (t Theme) Reading(minutes int) string {
	return strings.ReplaceAll(t.Minutes, "{n}", strconv.Itoa(minutes))
}
