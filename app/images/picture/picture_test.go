package picture_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"igny8/app/fault"
	"igny8/app/images/picture"
)

// gradient returns a picture of soft colours that an encoder changes little: dark on its left, green towards its bottom.
func gradient(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.SetNRGBA(x, y, color.NRGBA{R: uint8(255 * x / w), G: uint8(255 * y / h), B: 40, A: 255})
		}
	}
	return m
}

func encoded(t testing.TB, m image.Image, kind string) []byte {
	t.Helper()
	var file bytes.Buffer
	var err error
	switch kind {
	case "png":
		err = png.Encode(&file, m)
	case "gif":
		err = gif.Encode(&file, m, nil)
	default:
		err = jpeg.Encode(&file, m, &jpeg.Options{Quality: 95})
	}
	if err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// withExif adds an EXIF segment to a JPEG: an orientation and a secret.
func withExif(file []byte, orientation uint16, secret string) []byte {
	exif := []byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01")
	exif = binary.BigEndian.AppendUint16(exif, orientation)
	exif = append(append(exif, 0, 0, 0, 0, 0, 0), secret...)
	segment := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(exif)+2))
	return slices.Concat(file[:2], segment, exif, file[2:])
}

// chunk returns a chunk of a PNG.
func chunk(name, data string) []byte {
	body := append([]byte(name), data...)
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	return binary.BigEndian.AppendUint32(append(out, body...), crc32.ChecksumIEEE(body))
}

// bomb returns the header of a PNG that claims to have the size, and nothing else.
func bomb(w, h uint32) []byte {
	size := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
	return slices.Concat([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", string(size)+"\x08\x02\x00\x00\x00"), chunk("IDAT", "\x78\x9c\x03\x00\x00\x00\x00\x01"), chunk("IEND", ""))
}

func TestReadRefusesWhatIsNoPicture(t *testing.T) {
	t.Parallel()
	whole := encoded(t, gradient(400, 300), "jpeg")
	for name, c := range map[string]struct {
		file []byte
		kind fault.Kind
		says string
	}{
		"nothing":           {nil, fault.Invalid, "empty"},
		"words":             {[]byte("These are words."), fault.Invalid, "no picture"},
		"a page":            {[]byte("<!doctype html><script>alert(1)</script>"), fault.Invalid, "no picture"},
		"an SVG":            {[]byte("\xef\xbb\xbf <?xml version='1.0'?><svg onload='alert(1)'/>"), fault.Invalid, "SVG"},
		"a PDF":             {[]byte("%PDF-1.7"), fault.Invalid, "PDF"},
		"a HEIC":            {[]byte("\x00\x00\x00\x18ftypheic"), fault.Invalid, "HEIC"},
		"a BMP":             {[]byte("BM\x00\x00\x00\x00"), fault.Invalid, "BMP"},
		"a moving WebP":     {[]byte("RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x02\x00\x00\x00"), fault.Invalid, "moves"},
		"half a JPEG":       {whole[:len(whole)/2], fault.Invalid, "damaged"},
		"the head of a PNG": {[]byte("\x89PNG\r\n\x1a\n"), fault.Invalid, "damaged"},
		"a PNG of one dot":  {encoded(t, gradient(1, 1), "png"), fault.Invalid, "at least 16"},
		"a bomb":            {bomb(15_000, 15_000), fault.TooLarge, "15000 by 15000"},
		"a long bomb":       {bomb(60_000, 20), fault.TooLarge, "16,000 on one side"},
		"a bomb of 2^31":    {bomb(1<<31-1, 1<<31-1), fault.Invalid, "damaged"},
		"too many bytes":    {make([]byte, picture.MaxBytes+1), fault.TooLarge, "20 MB"},
	} {
		_, err := picture.Read(c.file)
		if fault.KindOf(err) != c.kind || !strings.Contains(fault.Sentence(err), c.says) {
			t.Errorf("%s: %v, want %s and %q", name, err, c.kind, c.says)
		}
	}
}

func TestReadKeepsOnlyPixels(t *testing.T) {
	t.Parallel()
	const secret = "GPS 52.5163 N 13.3777 E, a phone of somebody"
	for name, file := range map[string][]byte{
		"a JPEG":                          withExif(encoded(t, gradient(700, 500), "jpeg"), 1, secret),
		"a PNG":                           slices.Insert(encoded(t, gradient(700, 500), "png"), 33, chunk("tEXt", "Comment\x00"+secret)...),
		"a JPEG with something behind it": append(encoded(t, gradient(700, 500), "jpeg"), "<script>"+secret+"</script>"...),
	} {
		m, err := picture.Read(file)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		kept, _, err := picture.Kept(m)
		if err != nil {
			t.Fatal(err)
		}
		written := [][]byte{kept}
		sizes, err := picture.Sizes(m, m.Bounds())
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range sizes {
			written = append(written, s.Data)
		}
		share, err := picture.ShareFile(m, m.Bounds())
		if err != nil {
			t.Fatal(err)
		}
		for _, data := range append(written, share.Data) {
			if bytes.Contains(data, []byte("GPS")) || bytes.Contains(data, []byte("Exif")) || bytes.Contains(data, []byte("script")) {
				t.Errorf("%s: something else than pixels was kept", name)
			}
		}
	}
}

// TestReadTurnsPicturesUpright rotates the same picture in the eight ways of cameras.
func TestReadTurnsPicturesUpright(t *testing.T) {
	t.Parallel()
	file := encoded(t, gradient(80, 40), "jpeg")
	for orientation, want := range map[uint16]struct {
		w, h       int
		left, tall bool // dark on the left or at the top; otherwise on the other side
	}{
		1: {80, 40, true, false}, 2: {80, 40, false, false}, 3: {80, 40, false, false}, 4: {80, 40, true, false},
		5: {40, 80, true, true}, 6: {40, 80, true, true}, 7: {40, 80, false, true}, 8: {40, 80, false, true},
	} {
		m, err := picture.Read(withExif(file, orientation, ""))
		if err != nil {
			t.Fatal(err)
		}
		if m.Bounds().Dx() != want.w || m.Bounds().Dy() != want.h {
			t.Errorf("orientation %d: %v", orientation, m.Bounds())
			continue
		}
		first, last := m.NRGBAAt(3, want.h/2).R, m.NRGBAAt(want.w-4, want.h/2).R
		if want.tall {
			first, last = m.NRGBAAt(want.w/2, 3).R, m.NRGBAAt(want.w/2, want.h-4).R
		}
		if (first < last) != want.left {
			t.Errorf("orientation %d: the red goes from %d to %d", orientation, first, last)
		}
	}
}

func TestSizesFitBrowsers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		w, h int
		want []int
	}{
		{2400, 1200, []int{320, 640, 1280, 1920}},
		{1300, 800, []int{320, 640, 1300}},
		{640, 400, []int{320, 640}},
		{200, 100, []int{200}},
		{20, 900, []int{20}},
	} {
		m := gradient(c.w, c.h)
		sizes, err := picture.Sizes(m, m.Bounds())
		if err != nil {
			t.Fatal(err)
		}
		var widths []int
		for _, s := range sizes {
			widths = append(widths, s.Width)
			read, err := picture.Read(s.Data)
			if s.Width >= picture.MinSide && s.Height >= picture.MinSide &&
				(err != nil || read.Bounds().Dx() != s.Width || read.Bounds().Dy() != s.Height) {
				t.Errorf("the file of %d × %d reads as %v, %v", s.Width, s.Height, read.Bounds(), err)
			}
			if s.Type != picture.WebP && s.Type != picture.JPEG {
				t.Errorf("a size is %s", s.Type)
			}
		}
		if !slices.Equal(widths, c.want) {
			t.Errorf("%d × %d: %v, want %v", c.w, c.h, widths, c.want)
		}
	}
}

func TestPictureKeepsTransparency(t *testing.T) {
	t.Parallel()
	m := gradient(200, 200)
	for y := range 100 {
		for x := range 200 {
			m.SetNRGBA(x, y, color.NRGBA{})
		}
	}
	data, kind, err := picture.Kept(m)
	if err != nil || kind != picture.PNG {
		t.Fatalf("kept as %s, %v", kind, err)
	}
	again, err := picture.Open(data)
	if err != nil || again.NRGBAAt(5, 5).A != 0 || again.NRGBAAt(5, 150).A != 255 {
		t.Errorf("opened again: %v", err)
	}
	small, err := picture.Write(m)
	if err != nil || small.Type != picture.WebP {
		t.Errorf("shown as %s, %v", small.Type, err)
	}
}

func TestDrawIsDeterministic(t *testing.T) {
	t.Parallel()
	d := picture.Drawing{Title: "How to repair a garden hose", Name: "Green Acre", Palette: picture.PaletteOf("blog"), Seed: "one"}
	first, again := picture.Draw(d), picture.Draw(d)
	if !bytes.Equal(first.Pix, again.Pix) {
		t.Error("the same drawing twice is not the same")
	}
	for name, other := range map[string]picture.Drawing{
		"another title":   {Title: "Compost", Name: d.Name, Palette: d.Palette, Seed: d.Seed},
		"another palette": {Title: d.Title, Name: d.Name, Palette: picture.PaletteOf("company"), Seed: d.Seed},
	} {
		if bytes.Equal(first.Pix, picture.Draw(other).Pix) {
			t.Errorf("%s: nothing changes", name)
		}
	}
	seen := map[string]bool{}
	for n := range 20 {
		d.Seed = string(rune('a' + n))
		seen[string(picture.Draw(d).Pix)] = true
	}
	if len(seen) < 10 {
		t.Errorf("20 seeds make %d drawings", len(seen))
	}
	for _, title := range []string{"", "漢字の庭", strings.Repeat("A very long title ", 30), strings.Repeat("W", 400)} {
		if m := picture.Draw(picture.Drawing{Title: title, Palette: d.Palette}); m.Bounds().Empty() {
			t.Errorf("%q: nothing is drawn", title)
		}
	}
}

// TestCutStaysInsideThePicture checks for any cut of any picture that it is a part of it, not empty, and of the requested
// shape.
func TestCutStaysInsideThePicture(t *testing.T) {
	t.Parallel()
	ratios := []string{"", "5:7"}
	for _, r := range picture.Ratios() {
		ratios = append(ratios, r.Name)
	}
	rapid.Check(t, func(t *rapid.T) {
		any := rapid.IntRange(-50, 5000)
		w, h := rapid.IntRange(1, 3000).Draw(t, "w"), rapid.IntRange(1, 3000).Draw(t, "h")
		cut := picture.Cut{
			Ratio: rapid.SampledFrom(ratios).Draw(t, "ratio"), X: any.Draw(t, "x"), Y: any.Draw(t, "y"), Width: any.Draw(t, "width"), Height: any.Draw(t, "height"),
			FocusX: rapid.IntRange(0, 100).Draw(t, "fx"), FocusY: rapid.IntRange(0, 100).Draw(t, "fy"),
		}
		whole := image.Rect(0, 0, w, h)
		for name, part := range map[string]image.Rectangle{"cut": cut.Of(w, h), "share": cut.ShareOf(w, h)} {
			if part.Empty() || !part.In(whole) {
				t.Fatalf("the %s of %v is %v", name, whole, part)
			}
		}
		for _, r := range picture.Ratios() {
			if part := cut.Of(w, h); r.Name == cut.Ratio {
				if off := part.Dx()*r.Height - part.Dy()*r.Width; off < -2*r.Width-2*r.Height || off > 2*r.Width+2*r.Height {
					t.Fatalf("%v is not %s", part, r.Name)
				}
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, kind := range []string{"jpeg", "png", "gif"} {
		f.Add(encoded(f, gradient(40, 30), kind))
	}
	f.Add(withExif(encoded(f, gradient(40, 30), "jpeg"), 6, "secret"))
	f.Add(bomb(15_000, 15_000))
	f.Add([]byte("RIFF\x00\x00\x00\x00WEBPVP8X"))
	noise := make([]byte, 300)
	for i := range noise {
		noise[i] = byte(rand.New(rand.NewPCG(1, uint64(i))).Uint32())
	}
	f.Add(noise)
	f.Fuzz(func(t *testing.T, file []byte) {
		m, err := picture.Read(file)
		if err != nil {
			if kind := fault.KindOf(err); kind != fault.Invalid && kind != fault.TooLarge {
				t.Fatalf("refused as %s: %v", kind, err)
			}
			return
		}
		if b := m.Bounds(); b.Min != (image.Point{}) || b.Dx() > 2560 || b.Dy() > 2560 {
			t.Fatalf("read as %v", b)
		}
	})
}
