package language

// Edits are the changes that the built-in editor makes in a language. They must be right wherever the words occur.
type Edits struct {
	Fillers     string            // words to leave out, separated by bars
	Plainer     map[string]string // long-winded words and their replacements
	Joint       string            // where a long sentence can be split; the comma before it becomes a full stop
	SecondPlace bool              // the verb comes second: a sentence keeps its first word
}
