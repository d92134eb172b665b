package language

import "unicode"

var ja = &Language{Code: "ja", Name: "Japanese", Scripts: []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana}, Borrows: unicode.Han}
