// Package builtin writes without a model: the idea of a page from the keywords of its cluster, outlines for drafts, briefs, and shorter or
// simpler texts. It follows rules and knows nothing of a subject, so it states no facts. The same input gives the same output. The package
// knows no database; the functions of the AI engine call it where an account has no model.
package builtin
