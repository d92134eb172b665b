package language

// Edits is what the built-in editor knows of a language. There stands only what can be left out or replaced wherever it stands.
type Edits struct {
	Fillers     string            // left out to be short, parted by bars
	Plainer     map[string]string // long-winded words and what says the same
	Joint       string            // where a long sentence can be parted; the comma before it becomes a full stop
	SecondPlace bool              // the verb comes second: a sentence keeps its first word
}
