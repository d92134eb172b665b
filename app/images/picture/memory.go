package picture

import (
	"context"
	"encoding/binary"
	"image"
	"slices"

	"igny8/app/fault"
)

// mostMemory is the memory that decoding a picture may allocate, in bytes: 40 megapixels of four bytes, and some more that
// decoders use.
const mostMemory = 240 << 20

// busy limits the process to one picture in memory.
var busy = make(chan struct{}, 1)

// Alone runs the work on one picture, from its file to its sizes, while no other work on a picture runs in the process: a
// large picture takes several hundred megabytes. Waiting ends with ctx.
func Alone(ctx context.Context, work func() error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case busy <- struct{}{}:
	case <-ctx.Done():
		return fault.Wrap(ctx.Err(), fault.Unavailable, "Other pictures are being worked on, and yours had to wait too long. Nothing was saved; try again in a minute.")
	}
	defer func() { <-busy }()
	return work()
}

// memory returns the most that decoding the file can allocate, in bytes, according to its header.
func memory(t Type, data []byte, size image.Config) int {
	each := 2.0 // bytes a pixel
	switch t {
	case PNG:
		each = pngBytes(data)
	case JPEG:
		each = jpegBytes(data)
	case WebP:
		each = webpBytes(data)
	}
	return int(each * float64(size.Width) * float64(size.Height))
}

// pngBytes returns the bytes for each pixel: four, eight with 16 bits a colour, one for a palette, and twice that if the
// picture is interlaced (PNG, 11.2.2).
func pngBytes(data []byte) float64 {
	const depthAt, colourAt, interlaceAt, palette = 24, 25, 28, 3
	if len(data) <= interlaceAt {
		return 8
	}
	each := 4.0
	switch {
	case data[depthAt] == 16:
		each = 8
	case data[colourAt] == palette:
		each = 1
	}
	if data[interlaceAt] != 0 {
		each *= 2
	}
	return each
}

// jpegBytes returns the bytes for each pixel: one for each sample, four more if the picture is progressive (ITU-T T.81,
// B.2.2), and those of the picture that CMYK and RGB are converted into.
func jpegBytes(data []byte) float64 {
	const progressive, converted, unknown = 0xc2, 8, 20
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		marker, length := data[at+1], int(binary.BigEndian.Uint16(data[at+2:]))
		if marker == 0xff {
			at++
			continue
		}
		if length < 2 || at+2+length > len(data) {
			break
		}
		if marker >= 0xc0 && marker <= progressive {
			samples, plain := jpegSamples(data[at+4 : at+2+length])
			if marker == progressive {
				samples *= 5
			}
			if !plain {
				samples += converted
			}
			return samples
		}
		at += 2 + length
	}
	return unknown
}

// jpegSamples returns the samples of a pixel from the frame's header, and whether its colours are grey or YCbCr.
func jpegSamples(frame []byte) (samples float64, plain bool) {
	const componentsAt, first = 5, 6
	if len(frame) < first || len(frame) < first+3*int(frame[componentsAt]) {
		return 4, false
	}
	sum, wide, high := 0, 1, 1
	var names []byte
	for i := range int(frame[componentsAt]) {
		h, v := int(frame[first+3*i+1]>>4), int(frame[first+3*i+1]&15)
		sum, wide, high = sum+h*v, max(wide, h), max(high, v)
		names = append(names, frame[first+3*i])
	}
	return float64(sum) / float64(wide*high), len(names) < 4 && !slices.Equal(names, []byte("RGB"))
}

// webpBytes returns the bytes for each pixel: of the three planes, or of the two buffers for lossless pixels and
// transparency.
func webpBytes(data []byte) float64 {
	const chunkAt, flagsAt, transparent = 12, 20, 0x10
	if len(data) <= flagsAt || string(data[chunkAt:chunkAt+4]) == "VP8 " {
		return 3
	}
	if string(data[chunkAt:chunkAt+4]) == "VP8X" && data[flagsAt]&transparent != 0 {
		return 11
	}
	return 8
}
