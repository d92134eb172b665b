package language

import "unicode"

var _ = add(Language{Code: "ar", Name: "Arabic", Scripts: []*unicode.RangeTable{unicode.Arabic}})
