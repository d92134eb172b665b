package language

import "unicode"

var hi = &Language{Code: "hi", Name: "Hindi", Scripts: []*unicode.RangeTable{unicode.Devanagari}}
