package minhash

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// prose returns a text of few different invented words, so that shingles repeat.
func prose(r *rapid.T, name string) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(strings.Fields("hose reel garden water tap bed soil seed plant tool")), 0, 80).Draw(r, name), " ")
}

func TestProperties(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		x, y := prose(r, "x"), prose(r, "y")
		a, b := Of(x), Of(y)
		likeness := Resemblance(a, b)
		switch {
		case likeness < 0 || likeness > 1:
			r.Fatalf("the resemblance is %v", likeness)
		case likeness != Resemblance(b, a):
			r.Fatalf("one way %v, the other %v", likeness, Resemblance(b, a))
		case len(a.shingles) > 0 && Resemblance(a, a) != 1:
			r.Fatalf("a text resembles itself by %v", Resemblance(a, a))
		case Resemblance(Of(strings.ToUpper(x)), Of(strings.ReplaceAll(x, " ", ",\n"))) != Resemblance(a, a):
			r.Fatal("case or punctuation made a difference")
		}
		s, o := a.Sketch(), b.Sketch()
		if s.Alike(o) != o.Alike(s) || likeness == 1 && s.Alike(o) != 1 || likeness == 0 && s.Alike(o) > 0.1 {
			r.Fatalf("the sketches are alike by %v and %v, the texts by %v", s.Alike(o), o.Alike(s), likeness)
		}
		if again, err := Parse(s.Bytes()); err != nil || again != s {
			r.Fatalf("a kept sketch is another: %v", err)
		}
		for _, p := range Passages(a, b, 5) {
			if p.Count < run || !strings.Contains(strings.Join(a.words, " "), p.Words) {
				r.Fatalf("passage %q of %d words", p.Words, p.Count)
			}
		}
		if (likeness > 0) != (len(Passages(a, b, 1)) > 0) {
			r.Fatalf("a resemblance of %v has %d passages", likeness, len(Passages(a, b, 1)))
		}
	})
}

// The estimate is within four standard errors of the resemblance, for texts of every similarity.
func TestTheSketchEstimatesTheResemblance(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	fresh := func(n int) []string {
		list := make([]string, n)
		for i := range list {
			list[i] = fmt.Sprint("word", random.IntN(1e6))
		}
		return list
	}
	const margin = 4 * 0.5 / 11.3
	for shared := 0; shared <= 400; shared += 20 {
		common := fresh(shared)
		a, b := Of(strings.Join(slices.Concat(common, fresh(400-shared)), " ")), Of(strings.Join(slices.Concat(common, fresh(400-shared)), " "))
		if real, guess := Resemblance(a, b), a.Sketch().Alike(b.Sketch()); math.Abs(real-guess) > margin {
			t.Errorf("%d of 400 words shared: the resemblance is %.2f, the estimate %.2f", shared, real, guess)
		}
	}
}

func TestTexts(t *testing.T) {
	t.Parallel()
	const hose = "A garden hose lasts longer when it is drained and rolled up before the first frost comes."
	for name, c := range map[string]struct {
		a, b        string
		least, most float64
	}{
		"nothing":           {"", "", 0, 0},
		"too short":         {"garden hose", "garden hose", 0, 0},
		"the same":          {hose, hose, 1, 1},
		"other punctuation": {hose, strings.ToUpper(hose) + "!", 1, 1},
		"one word changed":  {hose, strings.Replace(hose, "drained", "emptied", 1), 0.4, 0.9},
		"another subject":   {hose, "Compost needs air, water and a mix of brown and green matter to become warm in a week.", 0, 0},
		"without spaces":    {"園芸用ホースは使わないときに巻いておく", "園芸用ホースは使わないときに片づける", 0.4, 0.9},
		"other words":       {"園芸用ホースは使わない", "堆肥には空気と水が要る", 0, 0},
	} {
		if got := Resemblance(Of(c.a), Of(c.b)); got < c.least || got > c.most {
			t.Errorf("%s: %v, want %v to %v", name, got, c.least, c.most)
		}
	}
	if _, err := Parse(make([]byte, 3)); err == nil {
		t.Error("three bytes are no sketch")
	}
}

func BenchmarkSketchOfAPage(b *testing.B) {
	text := Of(strings.Repeat("water ", 10) + fmt.Sprint(slices.Collect(func(yield func(int) bool) {
		for i := range 1500 {
			if !yield(i) {
				return
			}
		}
	})))
	for b.Loop() {
		text.Sketch()
	}
}
