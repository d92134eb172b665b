package openai

import (
	"context"
	"encoding/base64"
	"errors"
	"strconv"
	"strings"

	client "github.com/sashabaranov/go-openai"

	"igny8/app/ai/provider"
	"igny8/app/outbound"
)

// ImageModel returns the model that makes pictures; empty: none.
func (p *Provider) ImageModel() string { return p.pictures }

// GenerateImages asks the model for n pictures. It accepts only answers that contain the pictures: it does not open an
// address that a server names. With an error it returns the pictures that were made before.
func (p *Provider) GenerateImages(ctx context.Context, prompt string, size provider.Size, n int) ([][]byte, error) {
	request := client.ImageRequest{Prompt: prompt, Model: p.pictures, N: n, Size: p.sizeNear(size)}
	// GPT models refuse the field and always answer in this form; all others have to be asked for it.
	if !strings.HasPrefix(p.pictures, "gpt-image") && !strings.HasPrefix(p.pictures, "chatgpt-image") {
		request.ResponseFormat = client.CreateImageResponseFormatB64JSON
	}
	calls := 1
	if p.pictures == client.CreateImageModelDallE3 { // it makes one at a time
		calls, request.N = n, 1
	}
	var files [][]byte
	var bad error
	for range calls {
		answer, err := p.draw(ctx, request)
		if err != nil {
			return files, err
		}
		for _, made := range answer.Data {
			file, err := base64.StdEncoding.DecodeString(made.B64JSON)
			if err != nil || len(file) == 0 {
				bad = &provider.Failure{Reason: provider.Broken, Err: errors.New("a result without a picture in it")}
				continue
			}
			files = append(files, file)
		}
	}
	return files, bad
}

func (p *Provider) draw(ctx context.Context, request client.ImageRequest) (client.ImageResponse, error) {
	ctx, watch := outbound.Attend(ctx, p.drawing)
	defer watch.Stop()
	ctx, wait := withWait(ctx)
	answer, err := p.client.CreateImage(ctx, request)
	if err != nil {
		return answer, p.classify(ctx, err, wait.asked())
	}
	return answer, nil
}

// sizeNear returns the size of the model that is nearest in shape.
func (p *Provider) sizeNear(size provider.Size) string {
	const square, nearlySquare = 1024, 1.15
	long := 1536
	switch {
	case p.pictures == client.CreateImageModelDallE3:
		long = 1792
	case p.pictures == client.CreateImageModelDallE2:
		long = square
	}
	w, h := square, square
	if float64(size.Width) > float64(size.Height)*nearlySquare {
		w = long
	} else if float64(size.Height) > float64(size.Width)*nearlySquare {
		h = long
	}
	return strconv.Itoa(w) + "x" + strconv.Itoa(h)
}
