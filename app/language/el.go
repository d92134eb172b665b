package language

import "unicode"

var el = &Language{Code: "el", Name: "Greek", Scripts: []*unicode.RangeTable{unicode.Greek}}
