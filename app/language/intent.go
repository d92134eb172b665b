package language

import (
	"strings"
	"sync"
)

// IntentWords are the words and phrases that show what a searcher wants, in one language. They are separated by commas and
// written like tokens: lower case, no apostrophes or hyphens. Those of Opening count only at the beginning of a keyword.
type IntentWords struct {
	Opening       string // informational
	Informational string
	Commercial    string
	Transactional string
	Navigational  string
}

// Everywhere are words that searchers use in every language.
var Everywhere = IntentWords{
	Informational: "wiki, wikipedia, faq, tutorial, tutorials, tips",
	Commercial:    "vs, versus, top 5, top 10, top 20, top 50, top 100, alternative, alternatives, review, reviews, ranking",
	Transactional: "shop, online shop, sale, black friday, cyber monday, coupon, voucher, promo code, download, apk, deal, deals, outlet, discount, leasing",
	Navigational: "login, log in, sign in, signin, app store, play store, github, youtube, facebook, instagram, linkedin, " +
		"official site, official website, homepage, webmail, hotline, customer service, www",
}

// Asks reports whether the key begins with a question word of any language and has more words.
func Asks(key string) bool {
	first, _, more := strings.Cut(key, " ")
	return more && asking()[first]
}

var asking = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, l := range known {
		for word := range l.Asking {
			words[word] = true
		}
	}
	return words
})
