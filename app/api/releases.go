package api

import (
	"context"
	"net/http"
	"time"

	"igny8/app/accounts"
	"igny8/app/publish/site"
)

// Release is one immutable build of a site.
type Release struct {
	ID          string     `json:"id"`
	Number      int64      `json:"number"`
	Live        bool       `json:"live"`
	Pages       int64      `json:"pages"`
	Files       int64      `json:"files"`
	Bytes       int64      `json:"bytes"`
	Digest      string     `json:"digest"`
	CreatedAt   time.Time  `json:"created_at"`
	ActivatedAt *time.Time `json:"activated_at"`
}

func (a *API) releaseOperations() {
	add(a, operation{method: post, path: "/sites/{id}/releases", id: "build-release", summary: "Build what is approved; it does not go live", may: accounts.Publish, site: inSite, status: http.StatusAccepted},
		func(ctx context.Context, in *ByID) (*Answer[Run], error) {
			run, err := a.Releases.StartBuild(ctx, in.ID)
			return answer(runOf(run), err)
		})
	add(a, operation{method: get, path: "/sites/{id}/releases", id: "releases", summary: "The releases of a site, newest first", may: accounts.See, site: inSite},
		func(ctx context.Context, in *Within) (*List[Release], error) {
			page, err := a.Releases.Page(ctx, in.ID, in.Limit, in.Cursor)
			return listed(page, err, releaseOf)
		})
	add(a, operation{method: post, path: "/releases/{id}/activate", id: "activate-release", summary: "Let a release go live, or roll back to it", may: accounts.Publish, site: of[site.Release]("release")},
		func(ctx context.Context, in *ByID) (*Answer[Release], error) {
			r, err := a.Releases.Activate(ctx, in.ID)
			return answer(releaseOf(r), err)
		})
}

func releaseOf(r site.Release) Release {
	return Release{r.ID, r.Number, r.Live, r.PageCount, r.FileCount, r.Bytes, r.Digest, r.CreatedAt.UTC(), utc(r.ActivatedAt)}
}
