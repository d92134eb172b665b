package language

import "unicode"

var zh = &Language{Code: "zh", Name: "Chinese", Scripts: []*unicode.RangeTable{unicode.Han}}
