package openai

import (
	"context"
	"fmt"
	"math"
	"strings"

	client "github.com/sashabaranov/go-openai"

	"igny8/app/ai/provider"
	"igny8/app/outbound"
)

// dimensions is the length of vector that is requested from models that can shorten theirs: clustering uses no more.
const dimensions = 256

// Embeds reports whether a model for vectors was named.
func (p *Provider) Embeds() bool { return p.vectors != "" }

// Embed asks for the vectors of the texts in one call. Anything but one finite vector for each text is a failure that is not
// retried.
func (p *Provider) Embed(ctx context.Context, texts []string) ([][]float32, int64, error) {
	ctx, watch := outbound.Attend(ctx, p.terms)
	defer watch.Stop()
	ctx, wait := withWait(ctx)
	request := client.EmbeddingRequestStrings{Input: texts, Model: client.EmbeddingModel(p.vectors)}
	if strings.HasPrefix(p.vectors, "text-embedding-3") {
		request.Dimensions = dimensions
	}
	response, err := p.client.CreateEmbeddings(ctx, request)
	if err != nil {
		return nil, 0, p.classify(ctx, err, wait.asked())
	}
	vectors, err := arranged(response.Data, len(texts))
	if err != nil {
		return nil, 0, &provider.Failure{Reason: provider.Wrong, Err: err}
	}
	return vectors, int64(response.Usage.PromptTokens), nil
}

// arranged returns the vectors in the order of the texts.
func arranged(data []client.Embedding, texts int) ([][]float32, error) {
	if len(data) != texts {
		return nil, fmt.Errorf("%d vectors for %d texts", len(data), texts)
	}
	vectors := make([][]float32, texts)
	for _, d := range data {
		if d.Index < 0 || d.Index >= texts || vectors[d.Index] != nil {
			return nil, fmt.Errorf("a vector for text %d, of %d", d.Index, texts)
		}
		if len(d.Embedding) == 0 || len(d.Embedding) != len(data[0].Embedding) {
			return nil, fmt.Errorf("vectors of %d and %d numbers", len(data[0].Embedding), len(d.Embedding))
		}
		for _, x := range d.Embedding {
			if math.IsNaN(float64(x)) || math.IsInf(float64(x), 0) {
				return nil, fmt.Errorf("a vector that holds %v", x)
			}
		}
		vectors[d.Index] = d.Embedding
	}
	return vectors, nil
}
