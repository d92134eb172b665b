package language

import "unicode"

var _ = add(Language{Code: "el", Name: "Greek", Scripts: []*unicode.RangeTable{unicode.Greek}})
