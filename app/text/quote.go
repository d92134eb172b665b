package text

import "strings"

// quoted is the number of characters of a name that a sentence quotes.
const quoted = 80

// Quote returns a name for a sentence: in quotation marks, and shortened if it is long.
func Quote(name string) string { return "“" + Cut(name, quoted) + "”" }

// List returns the names quoted, at most so many of them, and the number of the others.
func List(names []string, most int) string {
	quoted := make([]string, min(len(names), most))
	for i := range quoted {
		quoted[i] = Quote(names[i])
	}
	list := strings.Join(quoted, ", ")
	if more := len(names) - len(quoted); more > 0 {
		list += " and " + Number(more) + " more"
	}
	return list
}
