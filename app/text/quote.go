package text

// quoted is the number of characters of a name that a sentence quotes.
const quoted = 80

// Quote returns a name for a sentence: in quotation marks, and shortened if it is long.
func Quote(name string) string { return "“" + Cut(name, quoted) + "”" }
