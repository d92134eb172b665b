package language

import "unicode"

var _ = add(Language{Code: "zh", Name: "Chinese", Scripts: []*unicode.RangeTable{unicode.Han}})
