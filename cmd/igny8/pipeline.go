package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"igny8/app"
	"igny8/app/accounts"
	"igny8/app/config"
	"igny8/app/pipeline"
	"igny8/app/planner/imports"
	"igny8/app/publish/renderer"
	"igny8/app/publish/site"
	"igny8/app/sites"
)

// pipelineOptions holds the arguments of the pipeline command.
type pipelineOptions struct {
	files                    []string
	out, name, kind, baseURL string
	pages                    int
	json                     bool
}

// runPipeline runs all stages in a temporary database. If no page was written, the site that it builds is a preview of the plan.
func runPipeline(ctx context.Context, p process) error {
	o, err := readPipelineOptions(p.args)
	if err != nil {
		return err
	}
	c, err := p.config()
	if err != nil {
		return err
	}
	files, err := open(o.files)
	if err != nil {
		return err
	}
	defer closeAll(files)
	undo, err := makeDir(o.out)
	if err != nil {
		return err
	}
	defer undo()
	work, err := os.MkdirTemp("", "igny8-pipeline-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(work) }()
	services, err := app.Open(ctx, isolated(c, work))
	if err != nil {
		return err
	}
	defer func() { _ = services.Close() }()
	if err := services.Queue.Start(); err != nil {
		return err
	}
	made, built, err := makeSite(ctx, services, o, files, p)
	if err != nil {
		return err
	}
	return o.report(p, made, built)
}

// isolated returns the configuration of a run that shares only the model and its prompts with an installation.
func isolated(c config.Config, dir string) config.Config {
	c.DataDir, c.SitesDir = dir, filepath.Join(dir, "sites")
	c.DatabaseURL, c.RedisURL, c.SecretKey, c.SMTPURL = "", "", "", ""
	c.SignupOpen, c.SignupConfirm, c.SignupCredits = true, false, -1
	return c
}

func readPipelineOptions(args []string) (pipelineOptions, error) {
	var o pipelineOptions
	f := flag.NewFlagSet("pipeline", flag.ContinueOnError)
	f.StringVar(&o.out, "out", "", "")
	f.StringVar(&o.name, "name", "", "")
	f.StringVar(&o.kind, "type", "blog", "")
	f.StringVar(&o.baseURL, "base-url", site.Unnamed, "")
	f.IntVar(&o.pages, "pages", 20, "")
	f.BoolVar(&o.json, "json", false, "")
	var err error
	if o.files, err = parse(f, args); err != nil {
		return o, err
	}
	u, err := url.Parse(o.baseURL)
	switch {
	case len(o.files) == 0:
		return o, misuse("pipeline: name at least one keyword file")
	case o.out == "":
		return o, misuse("pipeline: --out DIR is needed")
	case o.pages < 1 || o.pages > 1000:
		return o, misuse("pipeline: --pages is a number from 1 to 1000")
	case !slices.Contains(sites.Types(), o.kind):
		return o, misuse("pipeline: --type is " + strings.Join(sites.Types(), ", "))
	case err != nil || !isOrigin(u):
		return o, misuse("pipeline: --base-url is an address such as https://example.com, with nothing behind it")
	}
	o.baseURL = strings.TrimRight(o.baseURL, "/")
	return o, nil
}

func isOrigin(u *url.URL) bool {
	bare := *u
	bare.Scheme, bare.Host, bare.Path = "", "", ""
	return (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && strings.Trim(u.Path, "/") == "" && bare == url.URL{}
}

// makeDir creates the directory, which must be new or empty, before any work starts. undo removes a new directory again while it is
// empty.
func makeDir(dir string) (undo func(), err error) {
	entries, err := os.ReadDir(dir)
	if err == nil && len(entries) > 0 {
		return nil, misuse(fmt.Sprintf("pipeline: --out: %s is not empty", dir))
	}
	undo = func() {}
	if errors.Is(err, os.ErrNotExist) {
		undo = func() { _ = os.Remove(dir) }
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, misuse(fmt.Sprintf("pipeline: --out: no directory can be made at %s: %s", dir, reason(err)))
	}
	probe, err := os.MkdirTemp(dir, "")
	if err != nil {
		return nil, misuse(fmt.Sprintf("pipeline: --out: %s cannot be written to: %s", dir, reason(err)))
	}
	return undo, os.Remove(probe)
}

// reason returns the message of the operating system without the path and the call.
func reason(err error) string {
	var at *os.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return err.Error()
}

// open opens the files under their own names, which often contain the market and the date.
func open(paths []string) ([]imports.File, error) {
	var files []imports.File
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			closeAll(files)
			return nil, misuse(fmt.Sprintf("%s cannot be opened: %s", path, reason(err)))
		}
		info, err := f.Stat()
		if err != nil || info.IsDir() {
			closeAll(append(files, imports.File{Data: f}))
			return nil, misuse(path + " is a directory, not a file")
		}
		files = append(files, imports.File{Name: filepath.Base(path), Data: f, Size: info.Size()})
	}
	return files, nil
}

func closeAll(files []imports.File) {
	for _, f := range files {
		if closer, ok := f.Data.(io.Closer); ok {
			_ = closer.Close()
		}
	}
}

// makeSite runs the pipeline as the owner of a new account and writes the files of its site.
func makeSite(ctx context.Context, services *app.Services, o pipelineOptions, files []imports.File, p process) (pipeline.Summary,
	renderer.Release, error,
) {
	member, err := services.Accounts.SignUp(ctx, accounts.SignUp{
		AccountName: "Pipeline", Name: "Owner", Email: "owner@pipeline.invalid", Password: "a password that nobody needs",
	})
	if err != nil {
		return pipeline.Summary{}, renderer.Release{}, err
	}
	ctx = accounts.WithMember(ctx, member.Member)
	line := newProgress(p.err)
	made, err := services.Pipeline.Run(ctx, pipeline.Request{
		Files: files, Name: o.name, Type: o.kind, Pages: o.pages, Progress: line.show,
	})
	if err != nil {
		line.end()
		return made, renderer.Release{}, err
	}
	export, message := services.Releases.Export, "Building the site"
	if made.Written == 0 {
		export, message = services.Releases.ExportPlan, "Building a preview of the plan"
	}
	line.show(pipeline.Step{Stage: "Build", Message: message})
	built, err := export(ctx, made.SiteID, o.out, o.baseURL)
	line.end()
	return made, built, err
}
