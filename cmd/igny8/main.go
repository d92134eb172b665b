// Igny8 is the only binary: the web process, the workers and the commands of an operator.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"igny8/app/config"
	"igny8/app/fault"
	"igny8/app/logs"
)

// version is set by the linker.
var version = "dev"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	p := process{args: os.Args[1:], getenv: os.Getenv, environ: os.Environ(), in: os.Stdin, out: os.Stdout, err: os.Stderr}
	err := p.run(ctx)
	if err == nil {
		return
	}
	fmt.Fprintln(os.Stderr, "igny8: "+oneLine(err))
	os.Exit(exitCode(err))
}

// process is what a command gets from the outside. Tests can create one.
type process struct {
	args     []string
	getenv   func(string) string
	environ  []string // as of os.Environ
	in       io.Reader
	out, err io.Writer
}

// command is one command of the command line.
type command struct {
	name, usage string
	run         func(context.Context, process) error
}

func commands() []command {
	return []command{
		{"serve", "serve [--addr HOST:PORT] [--no-worker]", serve},
		{"worker", "worker", worker},
		{"migrate", "migrate up | status", migrate},
		{"pipeline", "pipeline FILE... --out DIR [--name NAME] [--type blog|ecommerce|company] [--pages N] [--base-url URL] [--json]", runPipeline},
		{"cluster", "cluster FILE... [--json]", cluster},
		{"user", "user create --email E --password-stdin [--account NAME] [--role owner] | list | reset-password --email E", user},
		{"credits", "credits grant --account NAME --amount N [--reference ID]", credits},
		{"backup", "backup FILE | -", backUp},
		{"restore", "restore [--check] FILE", restore},
		{"healthcheck", "healthcheck [--addr HOST:PORT]", healthcheck},
		{"version", "version", func(_ context.Context, p process) error {
			_, err := fmt.Fprintln(p.out, version)
			return err
		}},
	}
}

func (p process) run(ctx context.Context) error {
	if len(p.args) == 0 {
		return misuse("say what to do: " + strings.Join(names(), ", "))
	}
	if p.args[0] == "--version" {
		p.args[0] = "version"
	}
	if name := p.args[0]; name == "help" || name == "--help" || name == "-h" {
		for _, c := range commands() {
			fmt.Fprintln(p.out, "igny8 "+c.usage)
		}
		return nil
	}
	for _, c := range commands() {
		if c.name != p.args[0] {
			continue
		}
		if p.args = p.args[1:]; slices.Contains(p.args, "--help") || slices.Contains(p.args, "-h") {
			_, err := fmt.Fprintln(p.out, "igny8 "+c.usage)
			return err
		}
		return c.run(ctx, p)
	}
	return misuse(fmt.Sprintf("there is no command %q: use %s", p.args[0], strings.Join(names(), ", ")))
}

func names() []string {
	var all []string
	for _, c := range commands() {
		all = append(all, c.name)
	}
	return all
}

// config reads the environment and sets up the log accordingly. An error in it is wrong usage.
func (p process) config() (config.Config, error) {
	c, err := config.FromEnv(p.getenv)
	if err != nil {
		return c, misuse(err.Error())
	}
	slog.SetDefault(logs.New(p.err, c.LogFormat, c.LogLevel))
	return c, nil
}

// warn logs the settings that have no effect.
func (p process) warn(c config.Config) {
	for _, sentence := range c.Warnings {
		slog.Warn(sentence)
	}
	for _, name := range config.Unknown(p.environ) {
		slog.Warn("the variable " + name + " is not known and has no effect")
	}
}

// usageError reports wrong usage: exit code 2.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

func misuse(text string) error { return usageError{text} }

func exitCode(err error) int {
	var usage usageError
	if errors.As(err, &usage) {
		return 2
	}
	return 1
}

// oneLine returns the error for an operator: its sentence if it has one, otherwise the whole chain.
func oneLine(err error) string {
	text := err.Error()
	var f *fault.Error
	if errors.As(err, &f) {
		text = f.Message
	}
	return strings.Join(strings.Fields(text), " ")
}
