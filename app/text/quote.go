package text

// quoted is how many characters of a name a sentence quotes.
const quoted = 80

// Quote returns a name as a sentence names it: in quotation marks, cut where it is long.
func Quote(name string) string { return "“" + Cut(name, quoted) + "”" }
