package language

import "unicode"

var _ = add(Language{Code: "ja", Name: "Japanese", Scripts: []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana}, Borrows: unicode.Han})
