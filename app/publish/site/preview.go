package site

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"

	"igny8/app/fault"
)

// previewFor is the time until the address of a preview expires.
const previewFor = 12 * time.Hour

// PreviewPath returns the signed address of a preview of the release. Whoever has it can see this build, and nothing else,
// without signing in.
func (s *Service) PreviewPath(ctx context.Context, releaseID string, now time.Time) (string, error) {
	r, err := s.Get(ctx, releaseID)
	if err == nil {
		err = r.require()
	}
	if err != nil {
		return "", err
	}
	claim := r.SiteID + "~" + r.Build + "~" + strconv.FormatInt(now.Add(previewFor).Unix(), 36)
	return "/preview/" + claim + "~" + s.sign(claim) + "/", nil
}

func (s *Service) sign(claim string) string {
	mac := hmac.New(sha256.New, s.previewKey)
	mac.Write([]byte(claim))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil)[:18])
}

// Preview is a file of a build.
type Preview struct {
	Type  string // the media type
	Data  []byte
	Found bool // false: Data is the site's own page for a missing file
}

// rootLink finds root-relative links in a page of the release. Only the preview rewrites them, because it is served under a
// path of its own; the release stays unchanged.
var (
	rootLink = regexp.MustCompile(`((?:href|src)=")/([^/"])`)
	rootSet  = regexp.MustCompile(`srcset="[^"]*"`)
	setItem  = regexp.MustCompile(`(["\s])/([^/\s])`)
	homeLink = regexp.MustCompile(`(href=")/"`)
)

// Preview opens file below a signed path. A wrong or expired signature is not found.
func (s *Service) Preview(token, file string, now time.Time) (Preview, error) {
	parts := strings.Split(token, "~")
	if len(parts) != 4 || !hmac.Equal([]byte(parts[3]), []byte(s.sign(strings.Join(parts[:3], "~")))) {
		return Preview{}, fault.Missing("preview")
	}
	until, err := strconv.ParseInt(parts[2], 36, 64)
	if err != nil || now.Unix() > until {
		return Preview{}, fault.New(fault.NotFound, "This preview has run out. Open it again from the Publish stage.")
	}
	p, err := s.open(s.dirOf(parts[0], parts[1]), file)
	if err != nil {
		return p, err
	}
	if strings.HasPrefix(p.Type, "text/html") {
		p.Data = rootLink.ReplaceAll(p.Data, []byte("${1}/preview/"+token+"/${2}"))
		p.Data = rootSet.ReplaceAllFunc(p.Data, func(set []byte) []byte { return setItem.ReplaceAll(set, []byte("${1}/preview/"+token+"/${2}")) })
		p.Data = homeLink.ReplaceAll(p.Data, []byte("${1}/preview/"+token+"/\""))
	}
	return p, nil
}

// open reads a file of a build. Neither its name nor a symbolic link can lead outside the build.
func (s *Service) open(build, file string) (Preview, error) {
	dir, err := os.OpenRoot(build)
	if errors.Is(err, fs.ErrNotExist) {
		return Preview{}, fault.New(fault.NotFound, "The files of this release are not on the server any more.")
	}
	if err != nil {
		return Preview{}, fmt.Errorf("open preview: %w", err)
	}
	defer func() { _ = dir.Close() }()
	name := strings.TrimPrefix(path.Clean("/"+file), "/")
	if strings.HasSuffix(file, "/") || file == "" {
		name = path.Join(name, "index.html")
	}
	p := Preview{Type: mime.TypeByExtension(path.Ext(name)), Found: true}
	if p.Data, err = dir.ReadFile(name); err == nil {
		return p, nil
	}
	p = Preview{Type: mime.TypeByExtension(".html")}
	if p.Data, err = dir.ReadFile("404.html"); err != nil {
		return p, fmt.Errorf("open preview: %w", err)
	}
	return p, nil
}
