package api

import (
	"context"
	"io"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/images"
	"igny8/app/images/picture"
	"igny8/app/writer"
)

// Image is a picture of a page. Without files it is only a description: the AI functions generate_image_prompts and
// generate_images write descriptions and make pictures.
type Image struct {
	ID        string         `json:"id"`
	PageID    string         `json:"page_id"`
	Alt       string         `json:"alt"`
	Prompt    string         `json:"prompt"`
	Cover     bool           `json:"cover"`
	Cut       picture.Cut    `json:"cut"`
	VariantID *string        `json:"variant_id" doc:"The variant that is shown."`
	Files     []ImageFile    `json:"files" doc:"The sizes that are shown, the narrowest first."`
	Variants  []ImageVariant `json:"variants" doc:"The newest first; empty in lists."`
}

// ImageFile is a file of a picture.
type ImageFile struct {
	Name   string `json:"name" doc:"Read at /images/{id}/files/{file}."`
	Type   string `json:"type" values:"image type"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
	Bytes  int    `json:"bytes"`
}

// ImageVariant is one of the pictures to choose from.
type ImageVariant struct {
	ID     string    `json:"id"`
	Origin string    `json:"origin" values:"image origin"`
	Model  *string   `json:"model"`
	TaskID *string   `json:"ai_task_id"`
	Whole  ImageFile `json:"whole"`
}

func imageFileOf(f images.File) ImageFile {
	return ImageFile{Name: f.Name, Type: string(f.Type), Width: f.Width, Height: f.Height, Bytes: f.Bytes}
}

func imageOf(i images.Image) Image {
	out := Image{
		ID: i.ID, PageID: i.PageID, Alt: i.Alt, Prompt: i.Prompt, Cover: i.Cover, Cut: i.Cut, VariantID: i.VariantID,
		Files: []ImageFile{}, Variants: []ImageVariant{},
	}
	for _, f := range i.Files {
		out.Files = append(out.Files, imageFileOf(f))
	}
	for _, v := range i.Variants {
		out.Variants = append(out.Variants, ImageVariant{
			ID: v.ID, Origin: string(v.Origin), Model: orNil(v.Model), TaskID: v.RunID,
			Whole: imageFileOf(v.Kept),
		})
	}
	return out
}

type imageChange struct {
	ByID
	Body struct {
		Alt       *string      `json:"alt,omitempty" maxLength:"300"`
		Prompt    *string      `json:"prompt,omitempty" maxLength:"2000"`
		Cover     *bool        `json:"cover,omitempty" doc:"A page has one cover."`
		VariantID *string      `json:"variant_id,omitempty" doc:"Show this variant. A shape of the cut is kept."`
		Cut       *picture.Cut `json:"cut,omitempty" doc:"A ratio, or a part in pixels; {} is the whole picture."`
	}
}

type imageFile struct {
	ByID
	File string `path:"file" maxLength:"100"`
}

var imageForm = &huma.Schema{
	Type: huma.TypeObject, Required: []string{"file", "alt"},
	Properties: map[string]*huma.Schema{
		"file": {Type: huma.TypeString, Format: "binary", Description: "One picture: JPEG, PNG, WebP or GIF."},
		"alt":  {Type: huma.TypeString, MaxLength: new(300), Description: "What the picture shows, for those who do not see it."},
	},
}

func (a *API) imageOperations() {
	site, content := of[images.Image]("picture"), of[writer.Content]("content")
	add(a, operation{method: get, path: "/sites/{id}/images", id: "images", summary: "The pictures of a site, the newest first", may: accounts.See, site: inSite},
		func(ctx context.Context, in *Within) (*List[Image], error) {
			page, err := a.Images.Library(ctx, in.ID, in.Limit, in.Cursor)
			return listed(page, err, imageOf)
		})
	add(a, operation{method: post, path: "/contents/{id}/images", id: "upload-image", summary: "Add a picture to the page of a content", may: accounts.Work, site: content, status: http.StatusCreated, form: imageForm}, a.uploadImage)
	add(a, operation{method: get, path: "/images/{id}", id: "image", summary: "A picture with its variants", may: accounts.See, site: site},
		func(ctx context.Context, in *ByID) (*Answer[Image], error) {
			i, err := a.Images.Get(ctx, in.ID)
			return answer(imageOf(i), err)
		})
	add(a, operation{method: patch, path: "/images/{id}", id: "change-image", summary: "Change the variant, the cut and the texts of a picture, in this order, until a change is refused", may: accounts.Work, site: site}, a.changeImage)
	add(a, operation{method: remove, path: "/images/{id}", id: "remove-image", summary: "Put a picture that no text shows into the trash", may: accounts.Work, site: site, status: http.StatusNoContent},
		func(ctx context.Context, in *ByID) (*struct{}, error) {
			return nil, a.Images.Delete(ctx, in.ID)
		})
	add(a, operation{method: get, path: "/images/{id}/files/{file}", id: "image-file", summary: "A file of a picture", may: accounts.See, site: site, file: texts(picture.Types())}, a.imageFile)
}

// uploadImage reads the fields file and alt of the form.
func (a *API) uploadImage(ctx context.Context, in *ByID) (*Answer[Image], error) {
	c, err := a.Writer.Content(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	form := formOf(ctx)
	if len(form.Files["file"]) != 1 {
		return nil, fault.Fields{{Name: "file", Message: "Send one picture in the form field \"file\"."}}.Err()
	}
	alt := ""
	if said := form.Values["alt"]; len(said) > 0 {
		alt = said[0]
	}
	i, err := a.Images.Upload(ctx, images.Upload{PageID: c.PageID, Alt: alt, Data: form.Files["file"][0]})
	return answer(imageOf(i), err)
}

// changeImage makes the changes one after another, and first those that are refused most often. A refusal does not undo earlier changes.
func (a *API) changeImage(ctx context.Context, in *imageChange) (*Answer[Image], error) {
	if in.Body.VariantID != nil {
		if _, err := a.Images.Choose(ctx, in.ID, *in.Body.VariantID); err != nil {
			return nil, err
		}
	}
	if in.Body.Cut != nil {
		if _, err := a.Images.Recut(ctx, in.ID, *in.Body.Cut); err != nil {
			return nil, err
		}
	}
	if _, err := a.Images.Update(ctx, in.ID, images.Change{Alt: in.Body.Alt, Prompt: in.Body.Prompt, Cover: in.Body.Cover}); err != nil {
		return nil, err
	}
	i, err := a.Images.Get(ctx, in.ID)
	return answer(imageOf(i), err)
}

func (a *API) imageFile(ctx context.Context, in *imageFile) (*huma.StreamResponse, error) {
	f, source, err := a.Images.Open(ctx, in.ID, in.File)
	if err != nil {
		return nil, err
	}
	return &huma.StreamResponse{Body: func(ctx huma.Context) {
		defer func() { _ = source.Close() }()
		ctx.SetHeader("Content-Type", string(f.Type))
		_, _ = io.Copy(ctx.BodyWriter(), source)
	}}, nil
}
