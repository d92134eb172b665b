package language

import "unicode"

var ko = &Language{Code: "ko", Name: "Korean", Scripts: []*unicode.RangeTable{unicode.Hangul}}
