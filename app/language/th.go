package language

import "unicode"

var th = &Language{Code: "th", Name: "Thai", Scripts: []*unicode.RangeTable{unicode.Thai}}
