package language

import "unicode"

var ar = &Language{Code: "ar", Name: "Arabic", Scripts: []*unicode.RangeTable{unicode.Arabic}}
