package static

import (
	"bytes"
	"compress/gzip"
	"io"

	"github.com/andybalholm/brotli"
)

// A file is packed once in the life of a process, so it is packed well.
func brotliOf(data []byte) []byte {
	return packedBy(data, func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, brotli.BestCompression) })
}

func gzipOf(data []byte) []byte {
	return packedBy(data, func(w io.Writer) io.WriteCloser {
		packer, _ := gzip.NewWriterLevel(w, gzip.BestCompression) // fails for unknown levels alone
		return packer
	})
}

func packedBy(data []byte, into func(io.Writer) io.WriteCloser) []byte {
	var out bytes.Buffer
	packer := into(&out)
	_, _ = packer.Write(data) // a buffer takes everything
	_ = packer.Close()
	return out.Bytes()
}
