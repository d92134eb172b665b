package api

import (
	_ "embed"
	"encoding/json"

	"github.com/danielgtaylor/huma/v2"
)

// recorded holds a request and its answer for each operation, by the operation's id. A test records them from the real server:
// go test ./app/api -run TestExamples -record.
//
//go:embed examples.json
var recorded []byte

// example is the JSON request and the JSON answer of an operation; each may be absent.
type example struct {
	Request  any `json:"request,omitempty"`
	Response any `json:"response,omitempty"`
}

func examples() map[string]example {
	all := map[string]example{}
	if err := json.Unmarshal(recorded, &all); err != nil {
		panic("api: examples.json: " + err.Error())
	}
	return all
}

// exemplify adds the recorded example to the operation.
func (a *API) exemplify(op operation, o *huma.Operation, success *huma.Response) {
	e := a.examples[op.id]
	if o.RequestBody != nil && o.RequestBody.Content["application/json"] != nil {
		o.RequestBody.Content["application/json"].Example = e.Request
	}
	if media := success.Content["application/json"]; media != nil {
		media.Example = e.Response
	}
}
