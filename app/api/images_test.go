package api_test

import (
	"bytes"
	"errors"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

func TestImagesAreChangedUploadedAndMadeByTheAPI(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things := w.Furnish()
	type object = map[string]any
	send := func(what string, p accountstest.Person, method, path string, body any, status int) map[string]any {
		t.Helper()
		got := w.API(p, method, path, body)
		if got.Status != status {
			t.Fatalf("%s: %d, want %d: %s", what, got.Status, status, got.Body)
		}
		if got.Body == "" {
			return nil
		}
		return got.JSON(t)
	}
	image := "/images/" + things.Image
	send("the other account's look", accountstest.Stranger, http.MethodGet, image, nil, http.StatusNotFound)
	send("no such variant", accountstest.Editor, http.MethodPatch, image, object{"variant_id": "nobody"}, http.StatusUnprocessableEntity)
	send("no such shape", accountstest.Editor, http.MethodPatch, image, object{"cut": object{"ratio": "5:7"}}, http.StatusUnprocessableEntity)
	send("no words", accountstest.Editor, http.MethodPatch, image, object{"alt": " "}, http.StatusUnprocessableEntity)
	changed := send("a change", accountstest.Editor, http.MethodPatch, image, object{"cut": object{"ratio": "1:1"}, "alt": "A hose", "cover": true}, http.StatusOK)
	file := changed["files"].([]any)[0].(object)
	if file["width"] != file["height"] || changed["alt"] != "A hose" || changed["cover"] != true || len(changed["variants"].([]any)) != 1 {
		t.Errorf("changed: %v", changed)
	}
	if got := w.API(accountstest.Viewer, http.MethodGet, image+"/files/"+file["name"].(string), nil); got.Status != http.StatusOK || !strings.HasPrefix(got.Header.Get("Content-Type"), "image/") || len(got.Body) != int(file["bytes"].(float64)) {
		t.Errorf("the file: %d, %s, %d bytes of %v", got.Status, got.Header.Get("Content-Type"), len(got.Body), file["bytes"])
	}
	send("another file", accountstest.Viewer, http.MethodGet, image+"/files/x.jpg", nil, http.StatusNotFound)
	if list := send("the library", accountstest.Viewer, http.MethodGet, "/sites/"+things.Site+"/images", nil, http.StatusOK)["items"].([]any); len(list) != 1 {
		t.Errorf("the library is %v", list)
	}
	for name, c := range map[string]struct {
		file   string
		status int
	}{"a page": {"<html></html>", http.StatusUnprocessableEntity}, "a picture": {string(apptest.Picture(200, 100)), http.StatusCreated}} {
		var body bytes.Buffer
		form := multipart.NewWriter(&body)
		part, err := form.CreateFormFile("file", "picture.png")
		if err == nil {
			_, err = part.Write([]byte(c.file))
		}
		if err := errors.Join(err, form.WriteField("alt", "Stones"), form.Close()); err != nil {
			t.Fatal(err)
		}
		r := httptest.NewRequest(http.MethodPost, "/api/v1/contents/"+things.Content+"/images", &body)
		r.Header.Set("Content-Type", form.FormDataContentType())
		r.Header.Set("Authorization", "Bearer "+w.Token(accountstest.Editor))
		if got := w.Send(r); got.Status != c.status {
			t.Errorf("%s: %d, want %d: %s", name, got.Status, c.status, got.Body)
		}
	}
	task := object{"function": "generate_images", "site_id": things.Site, "payload": object{"image_ids": []string{things.Image}, "variants": 2}}
	send("a run without a description", accountstest.Editor, http.MethodPost, "/ai-tasks", task, http.StatusUnprocessableEntity)
	send("a description", accountstest.Editor, http.MethodPatch, image, object{"prompt": "A hose in the grass."}, http.StatusOK)
	run := send("a run", accountstest.Editor, http.MethodPost, "/ai-tasks", task, http.StatusAccepted)
	if _, err := w.Engine.Wait(w.Ctx(accountstest.Editor), run["id"].(string)); err != nil {
		t.Fatal(err)
	}
	if variants := send("the variants", accountstest.Viewer, http.MethodGet, image, nil, http.StatusOK)["variants"].([]any); len(variants) != 3 {
		t.Errorf("%d variants", len(variants))
	}
	send("a removal", accountstest.Editor, http.MethodDelete, image, nil, http.StatusNoContent)
	send("what is gone", accountstest.Editor, http.MethodGet, image, nil, http.StatusNotFound)
}
