package api

// meaning is what a field or parameter means where no tag of its own says so: by the type it belongs to, or by its name where the name
// means the same everywhere.
func meaning(owner, name string) string {
	if text, ok := meanings[owner+"."+name]; ok {
		return text
	}
	return meanings[name]
}

var meanings = map[string]string{}
