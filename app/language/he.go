package language

import "unicode"

var he = &Language{Code: "he", Name: "Hebrew", Scripts: []*unicode.RangeTable{unicode.Hebrew}}
