package clustering

import "context"

// TopicsAlone runs only the step that finds topics, so that tests can time it.
func TopicsAlone(ctx context.Context, keywords []Keyword, workers int) (int, error) {
	r := run{ctx: ctx, settings: settingsFor(Normal), workers: workers}
	c := newCorpus(ctx, fold(keywords), "")
	c.headness = c.heads(ctx)
	topics, err := r.topics(c, nil, identity(len(c.phrases)), make([]int32, len(c.phrases)))
	if err != nil {
		return 0, err
	}
	return labelCount(topics), nil
}
