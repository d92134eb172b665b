package language

import "unicode"

var _ = add(Language{Code: "hi", Name: "Hindi", Scripts: []*unicode.RangeTable{unicode.Devanagari}})
