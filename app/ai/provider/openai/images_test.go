package openai

import (
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"testing"

	"igny8/app/ai/provider"
)

// pictured returns a provider whose image model has the name, at a scripted server.
func pictured(t *testing.T, model string, steps ...http.HandlerFunc) (*Provider, func() []map[string]any) {
	t.Helper()
	p, asked := scripted(t, steps...)
	p.pictures = model
	return p, asked
}

func pictures(files ...string) http.HandlerFunc {
	data := ""
	for i, file := range files {
		if i > 0 {
			data += ","
		}
		data += fmt.Sprintf(`{"b64_json":%q}`, base64.StdEncoding.EncodeToString([]byte(file)))
	}
	return status(http.StatusOK, `{"created":1,"data":[`+data+`]}`, "Content-Type", "application/json")
}

func TestPicturesOfEveryModel(t *testing.T) {
	t.Parallel()
	wide := provider.Size{Width: 1536, Height: 1024}
	for model, want := range map[string]struct {
		size, format string
		calls        int
	}{
		"gpt-image-1": {"1536x1024", "", 1}, "dall-e-3": {"1792x1024", "b64_json", 2}, "dall-e-2": {"1024x1024", "b64_json", 1}, "some-flux": {"1536x1024", "b64_json", 1},
	} {
		answer := pictures("one", "two")
		if want.calls == 2 {
			answer = pictures("one")
		}
		p, asked := pictured(t, model, answer)
		files, err := p.GenerateImages(t.Context(), "a hose", wide, 2)
		if err != nil || len(files) != 2 || string(files[0]) != "one" {
			t.Errorf("%s: %d files, %v", model, len(files), err)
			continue
		}
		calls := asked()
		format, _ := calls[0]["response_format"].(string)
		if len(calls) != want.calls || calls[0]["size"] != want.size || format != want.format || calls[0]["model"] != model || calls[0]["path"] != "/v1/images/generations" {
			t.Errorf("%s: asked %v", model, calls)
		}
	}
}

func TestPicturesThatDoNotCome(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		step   http.HandlerFunc
		reason provider.Reason
	}{
		"a wrong key":         {status(http.StatusUnauthorized, `{"error":{"message":"no"}}`), provider.Denied},
		"too many":            {status(http.StatusTooManyRequests, `{"error":{"message":"no"}}`, "Retry-After", "3"), provider.Busy},
		"a broken server":     {status(http.StatusBadGateway, `oops`), provider.Broken},
		"an address instead":  {status(http.StatusOK, `{"data":[{"url":"http://127.0.0.1:1/picture.png"}]}`), provider.Broken},
		"what is no base64":   {status(http.StatusOK, `{"data":[{"b64_json":"%%%"}]}`), provider.Broken},
		"an unsafe prompt":    {status(http.StatusBadRequest, `{"error":{"message":"no","code":"moderation_blocked","type":"image_generation_user_error"}}`), provider.Refused},
		"a policy's refusal":  {status(http.StatusBadRequest, `{"error":{"message":"no","code":"content_policy_violation"}}`), provider.Refused},
		"a model that is not": {status(http.StatusNotFound, `{"error":{"message":"no such model","code":"model_not_found"}}`), provider.NoModel},
	} {
		p, _ := pictured(t, "gpt-image-1", c.step)
		_, err := p.GenerateImages(t.Context(), "a hose", provider.Size{Width: 512, Height: 512}, 1)
		var failure *provider.Failure
		if !errors.As(err, &failure) || failure.Reason != c.reason {
			t.Errorf("%s: %v, want %s", name, err, c.reason)
		}
	}
}
