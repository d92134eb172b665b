package language

import "unicode"

var _ = add(Language{Code: "ko", Name: "Korean", Scripts: []*unicode.RangeTable{unicode.Hangul}})
