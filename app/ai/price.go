package ai

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"

	"igny8/app/runs"
)

// Price is the price of one unit in credits, with a remote model and with the built-in engine.
type Price struct{ Remote, Local int64 }

// PriceRow is one line of the price list.
type PriceRow struct {
	Function, Title, Per string
	Remote, Local        *int64 // nil: the function has no such way
}

// Prices returns the price list of the installation, in the order in which the functions were registered.
func (e *Engine) Prices() []PriceRow {
	rows := make([]PriceRow, 0, len(e.order))
	for _, name := range e.order {
		d := e.functions[name]
		price := e.price(d)
		row := PriceRow{Function: name, Title: d.title, Per: d.per}
		if !d.localOnly {
			row.Remote = &price.Remote
		}
		if d.hasLocal {
			row.Local = &price.Local
		}
		rows = append(rows, row)
	}
	return rows
}

// QuoteUnits returns the price of a number of units of the function on the site, before the subject is known.
func (e *Engine) QuoteUnits(ctx context.Context, function, siteID string, units int64) (runs.Quote, error) {
	d, err := e.function(function)
	if err != nil {
		return runs.Quote{}, err
	}
	terms, err := e.quoteUnit(ctx, d)
	if err != nil {
		return runs.Quote{}, err
	}
	terms.Parameters.Units = units
	return e.QuoteTerms(ctx, siteID, terms)
}

// override is the price of a function from the file of prices. Nil keeps the default.
type override struct {
	Remote  *int64 `json:"remote"`
	BuiltIn *int64 `json:"built_in"`
}

func readPrices(path string) (map[string]override, error) {
	if path == "" {
		return nil, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	var prices map[string]override
	if err := decoder.Decode(&prices); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	for name, o := range prices {
		for _, amount := range []*int64{o.Remote, o.BuiltIn} {
			if amount != nil && *amount < 0 {
				return nil, fmt.Errorf("%s: the price of %s is below zero", path, name)
			}
		}
	}
	return prices, nil
}

func (e *Engine) price(d *Definition) Price {
	price, o := d.price, e.prices[d.name]
	if o.Remote != nil {
		price.Remote = *o.Remote
	}
	if o.BuiltIn != nil {
		price.Local = *o.BuiltIn
	}
	return price
}
