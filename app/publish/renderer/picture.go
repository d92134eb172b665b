package renderer

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	_ "image/gif"  // for their sizes
	_ "image/jpeg" // for their sizes
	_ "image/png"  // for their sizes
	"io"
	"net/http"

	"igny8/app/fault"
)

const maxPicture = 20 << 20

// extensions of the formats that browsers show and that cannot carry scripts.
var extensions = map[string]string{"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp"}

// picture is an image of the release. Width and height are 0 where the format does not tell; src is empty if it is left out.
type picture struct {
	src           string
	width, height int
}

// picture puts the image into the release once and says where it is.
func (p *press) picture(ctx context.Context, id string) (picture, error) {
	if known, done := p.pictures[id]; done || p.Images == nil {
		return known, nil
	}
	data, err := p.fetch(ctx, id)
	if kind := fault.KindOf(err); kind == fault.NotFound {
		p.pictures[id] = picture{}
		return picture{}, nil
	}
	if err != nil {
		return picture{}, fmt.Errorf("read the image %s: %w", id, err)
	}
	extension := extensions[http.DetectContentType(data)]
	if extension == "" {
		return picture{}, fault.New(fault.Invalid, "The image %s is neither PNG, JPEG, GIF nor WebP. Replace it.", id)
	}
	sum := sha256.Sum256(data)
	name := "assets/images/" + hex.EncodeToString(sum[:10]) + extension
	made := picture{src: "/" + name}
	if config, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil {
		made.width, made.height = config.Width, config.Height
	}
	if !p.files.has(name) {
		if err := p.files.write(name, data); err != nil {
			return picture{}, err
		}
	}
	p.pictures[id] = made
	return made, nil
}

func (p *press) fetch(ctx context.Context, id string) ([]byte, error) {
	source, err := p.Images(ctx, id)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(source, maxPicture+1))
	if err := errors.Join(err, source.Close()); err != nil {
		return nil, err
	}
	if len(data) > maxPicture {
		return nil, fault.New(fault.TooLarge, "The image %s is larger than %d MB. Replace it by a smaller one.", id, maxPicture>>20)
	}
	return data, nil
}
