package language

import "unicode"

var _ = add(Language{Code: "th", Name: "Thai", Scripts: []*unicode.RangeTable{unicode.Thai}})
