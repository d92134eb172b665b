package renderer

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	_ "image/gif"  // registers the decoder that reads the size
	_ "image/jpeg" // registers the decoder that reads the size
	_ "image/png"  // registers the decoder that reads the size
	"io"
	"net/http"
	"strconv"
	"strings"

	"igny8/app/fault"
)

const (
	maxPicture = 20 << 20
	// defaultWidth is the width for a browser that does not choose among sizes.
	defaultWidth = 960
	// bodyWidth is the width at which pictures of a body are shown (views/themes/site.css, --measure).
	bodyWidth = "(min-width: 45rem) 41rem, 92vw"
)

// extensions of the formats that browsers show and that cannot carry scripts.
var extensions = map[string]string{"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp"}

// picture is an image of the release. Without files it is left out.
type picture struct {
	alt   string
	files []source // the narrowest first
}

// source is one file of a picture. Width and height are 0 if unknown.
type source struct {
	src           string
	width, height int
}

// defaultSource returns the file for browsers that do not choose among sizes.
func (p picture) defaultSource() source {
	for _, f := range p.files {
		if f.width >= defaultWidth {
			return f
		}
	}
	if len(p.files) == 0 {
		return source{}
	}
	return p.files[len(p.files)-1]
}

// srcset returns the srcset of the picture, or "" if it has only one size.
func (p picture) srcset() string {
	if len(p.files) < 2 {
		return ""
	}
	all := make([]string, len(p.files))
	for i, f := range p.files {
		all[i] = f.src + " " + strconv.Itoa(f.width) + "w"
	}
	return strings.Join(all, ", ")
}

// picture adds the files of the image to the release once and returns their places.
func (b *build) picture(ctx context.Context, id string) (picture, error) {
	if known, done := b.pictures[id]; done || b.Images == nil {
		return known, nil
	}
	found, err := b.Images(ctx, id)
	if fault.KindOf(err) == fault.NotFound {
		b.pictures[id] = picture{}
		return picture{}, nil
	}
	if err != nil {
		return picture{}, fmt.Errorf("read the image %s: %w", id, err)
	}
	made := picture{alt: tidy(found.Alt)}
	for _, f := range found.Files {
		file, err := b.writeImage(ctx, id, f)
		if err != nil {
			return picture{}, err
		}
		made.files = append(made.files, file)
		b.bySource[file.src] = id
	}
	b.pictures[id] = made
	return made, nil
}

// cover adds the file that social networks show for the page to the release.
func (b *build) cover(ctx context.Context, page *Page) (string, error) {
	if page.CoverID == "" || b.Images == nil {
		return "", nil
	}
	found, err := b.Images(ctx, page.CoverID)
	if fault.KindOf(err) == fault.NotFound || err == nil && found.Share.Open == nil {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("read the cover %s: %w", page.CoverID, err)
	}
	file, err := b.writeImage(ctx, page.CoverID, found.Share)
	return b.BaseURL + file.src, err
}

// writeImage writes a file of an image into the release and names it by its content.
func (b *build) writeImage(ctx context.Context, id string, f ImageFile) (source, error) {
	data, err := fetch(ctx, id, f)
	if err != nil {
		return source{}, err
	}
	extension := extensions[http.DetectContentType(data)]
	if extension == "" {
		return source{}, fault.New(fault.Invalid, "The image %s is neither PNG, JPEG, GIF nor WebP. Replace it.", id)
	}
	sum := sha256.Sum256(data)
	name := "assets/images/" + hex.EncodeToString(sum[:10]) + extension
	made := source{src: "/" + name, width: f.Width, height: f.Height}
	if config, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil {
		made.width, made.height = config.Width, config.Height
	}
	if b.files.has(name) {
		return made, nil
	}
	return made, b.files.write(name, data)
}

func fetch(ctx context.Context, id string, f ImageFile) ([]byte, error) {
	source, err := f.Open(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the image %s: %w", id, err)
	}
	data, err := io.ReadAll(io.LimitReader(source, maxPicture+1))
	if err := errors.Join(err, source.Close()); err != nil {
		return nil, fmt.Errorf("read the image %s: %w", id, err)
	}
	if len(data) > maxPicture {
		return nil, fault.New(fault.TooLarge, "The image %s is larger than %d MB. Replace it by a smaller one.", id, maxPicture>>20)
	}
	return data, nil
}
