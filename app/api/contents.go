package api

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"igny8/app/accounts"
	"igny8/app/blocks"
	"igny8/app/body"
	"igny8/app/fault"
	"igny8/app/writer"
)

// Content is the text of a page, as a list of blocks.
type Content struct {
	ID               string    `json:"id"`
	PageID           string    `json:"page_id"`
	TaskID           *string   `json:"task_id"`
	Title            string    `json:"title"`
	Slug             string    `json:"slug"`
	Blocks           Blocks    `json:"blocks"`
	Metadata         Metadata  `json:"metadata"`
	State            string    `json:"state" values:"content state"`
	Revision         int64     `json:"revision"`
	ApprovedRevision *int64    `json:"approved_revision"`
	ReturnReason     *string   `json:"return_reason"`
	BuiltIn          bool      `json:"built_in" doc:"Written by the built-in engine and changed by nobody since."`
	Unwritten        int64     `json:"unwritten" doc:"How many parts are still to be written. While there is one, the content cannot be approved."`
	Words            int64     `json:"words"`
	UpdatedAt        time.Time `json:"updated_at"`
}

// Metadata is the metadata of a page. A page has one record of it, which all stages share.
type Metadata struct {
	Description    string   `json:"description"`
	Canonical      *string  `json:"canonical"`
	SchemaType     *string  `json:"schema_type"`
	Path           string   `json:"path"`
	Kind           string   `json:"kind"`
	Role           *string  `json:"role"`
	Intent         *string  `json:"intent"`
	ClusterID      *string  `json:"cluster_id"`
	TargetKeywords []string `json:"target_keywords"`
}

// Blocks is the text of a content as JSON. Package blocks checks it.
type Blocks json.RawMessage

// MarshalJSON writes the blocks unchanged.
func (b Blocks) MarshalJSON() ([]byte, error) {
	if len(b) == 0 {
		return []byte("[]"), nil
	}
	return b, nil
}

// UnmarshalJSON stores the blocks unchanged.
func (b *Blocks) UnmarshalJSON(data []byte) error {
	*b = append(Blocks{}, data...)
	return nil
}

// Schema returns the schema of the list, with one schema for each type of block.
func (Blocks) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{
		Type: huma.TypeArray, Description: "The text, block by block.",
		Items: &huma.Schema{
			Type: huma.TypeObject, AdditionalProperties: true, Required: []string{"type"},
			Properties: map[string]*huma.Schema{
				"id":   {Type: huma.TypeString, Description: "It stays the same. The server makes one if it is missing."},
				"type": {Type: huma.TypeString, Enum: enumOf(texts(blocks.Types)), Description: "What the block is; it says which other fields it has."},
			},
		},
	}
}

type contentChange struct {
	ByID
	Body struct {
		Revision int64           `json:"revision" doc:"The revision that the change was made from."`
		Title    *string         `json:"title,omitempty"`
		Slug     *string         `json:"slug,omitempty"`
		Blocks   *Blocks         `json:"blocks,omitempty"`
		Metadata *MetadataChange `json:"metadata,omitempty"`
	}
}

// MetadataChange holds the metadata that a person may change here.
type MetadataChange struct {
	Description *string `json:"description,omitempty"`
}

type returned struct {
	ByID
	Body struct {
		Reason   string `json:"reason"`
		Revision int64  `json:"revision,omitempty" minimum:"1" doc:"The revision that was read; a newer one is a conflict. Without it the decision is about the newest."`
	}
}

type decision struct {
	ByID
	Body *struct {
		Revision int64 `json:"revision,omitempty" minimum:"1" doc:"The revision that was read; a newer one is a conflict. Without it the decision is about the newest."`
	} `required:"false"`
}

type approval struct {
	ByID
	Body *struct {
		Revision int64 `json:"revision,omitempty" minimum:"1" doc:"The revision that was read; a newer one is a conflict. Without it the decision is about the newest."`
		Without  bool  `json:"without_suggestions,omitempty" doc:"Reject the suggestions that are open. Without it they are a conflict."`
	} `required:"false"`
}

func (a *API) approveContent(ctx context.Context, in *approval) (*Answer[Content], error) {
	approve, seen := a.Writer.Approve, writer.Latest
	if in.Body != nil {
		seen = in.Body.Revision
		if in.Body.Without {
			approve = a.Writer.ApproveWithout
		}
	}
	return a.withMetadata(ctx)(approve(ctx, in.ID, seen))
}

func (d *decision) seen() int64 {
	if d.Body == nil {
		return writer.Latest
	}
	return d.Body.Revision
}

func (a *API) contentOperations() {
	site := of[writer.Content]("content")
	add(a, operation{method: get, path: "/sites/{id}/contents", id: "contents", summary: "The contents of a site", may: accounts.See, site: inSite},
		func(ctx context.Context, in *Within) (*List[Content], error) {
			page, err := a.Writer.ContentPage(ctx, in.ID, in.Limit, in.Cursor)
			return listed(page, err, contentOf)
		})
	add(a, operation{method: get, path: "/contents/{id}", id: "content", summary: "A content", may: accounts.See, site: site},
		func(ctx context.Context, in *ByID) (*Answer[Content], error) {
			return a.withMetadata(ctx)(a.Writer.Content(ctx, in.ID))
		})
	add(a, operation{method: patch, path: "/contents/{id}", id: "save-content", summary: "Save a revision", may: accounts.Work, site: site, maxBytes: body.Editor}, a.saveContent)
	add(a, operation{method: remove, path: "/contents/{id}", id: "delete-content", summary: "Put a content into the trash; what is live stays so until the next publish", may: accounts.Work, site: site, status: http.StatusNoContent},
		func(ctx context.Context, in *ByID) (*struct{}, error) { return nil, a.Writer.DeleteContent(ctx, in.ID) })
	add(a, operation{method: post, path: "/contents/{id}/submit", id: "submit-content", summary: "Ask for a review", may: accounts.Work, site: site},
		func(ctx context.Context, in *decision) (*Answer[Content], error) {
			return a.withMetadata(ctx)(a.Writer.Submit(ctx, in.ID, in.seen()))
		})
	add(a, operation{method: post, path: "/contents/{id}/approve", id: "approve-content", summary: "Approve the current revision", may: accounts.Publish, site: site}, a.approveContent)
	add(a, operation{method: post, path: "/contents/{id}/return", id: "return-content", summary: "Send it back with a reason", may: accounts.Publish, site: site},
		func(ctx context.Context, in *returned) (*Answer[Content], error) {
			return a.withMetadata(ctx)(a.Writer.Return(ctx, in.ID, in.Body.Revision, in.Body.Reason))
		})
}

func (a *API) saveContent(ctx context.Context, in *contentChange) (*Answer[Content], error) {
	b := in.Body
	change := writer.Change{Revision: b.Revision, Title: b.Title, Slug: b.Slug}
	if b.Metadata != nil {
		change.Description = b.Metadata.Description
	}
	if b.Blocks != nil {
		document, err := blocks.Parse(ctx, *b.Blocks)
		if err != nil {
			return nil, refused(err)
		}
		change.Blocks = &document
	}
	return a.withMetadata(ctx)(a.Writer.Save(ctx, in.ID, change))
}

// withMetadata returns a function that turns a content into an answer, together with the metadata of its page.
func (a *API) withMetadata(ctx context.Context) func(writer.Content, error) (*Answer[Content], error) {
	return func(c writer.Content, err error) (*Answer[Content], error) {
		if err != nil {
			return nil, err
		}
		page, err := a.Pages.Get(ctx, c.PageID)
		if err != nil {
			return nil, err
		}
		out := contentOf(c)
		out.Metadata = Metadata{
			Description: c.Description, Canonical: orNil(page.Canonical), SchemaType: orNil(page.SchemaType), Path: page.Path,
			Kind: page.Kind,
			Role: orNil(page.Role), Intent: orNil(page.Intent), ClusterID: page.ClusterID,
			TargetKeywords: append([]string{}, page.TargetKeywords...),
		}
		return answer(out, nil)
	}
}

func contentOf(c writer.Content) Content {
	data, err := json.Marshal(c.Blocks)
	if err != nil {
		data = nil
	}
	return Content{
		ID: c.ID, PageID: c.PageID, TaskID: c.TaskID, Title: c.Title, Slug: c.Slug, Blocks: data, State: string(c.State),
		Revision:         c.Revision,
		Metadata:         Metadata{Description: c.Description, TargetKeywords: []string{}},
		ApprovedRevision: c.ApprovedRevision, ReturnReason: orNil(c.ReturnReason), BuiltIn: c.BuiltIn, Unwritten: c.Unwritten,
		Words: c.Words, UpdatedAt: c.UpdatedAt.UTC(),
	}
}

// refused returns the errors of blocks as errors of the fields of the request.
func refused(err error) error {
	return fault.Wrap(err, fault.Invalid, "The blocks cannot be saved: %s", err.Error())
}
