package language

import "unicode"

var _ = add(Language{Code: "he", Name: "Hebrew", Scripts: []*unicode.RangeTable{unicode.Hebrew}})
