package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"igny8/app"
	"igny8/app/backup"
	"igny8/app/config"
	"igny8/app/database"
	"igny8/app/fault"
)

// backUp writes the installation into an archive, while servers and workers run.
func backUp(ctx context.Context, p process) error {
	c, name, err := p.archive("backup", flag.NewFlagSet("backup", flag.ContinueOnError))
	if err != nil {
		return err
	}
	if err := refuseNoDatabase(c); err != nil {
		return err
	}
	s, err := app.OpenBackup(ctx, c, version)
	if err != nil {
		return err
	}
	defer func() { _ = s.DB.Close() }()
	if name == "-" {
		sum, err := s.To(ctx, p.out)
		if err != nil {
			return err
		}
		return printMade(p.err, "standard output", c, sum)
	}
	sum, err := s.ToFile(ctx, name)
	if err != nil {
		return err
	}
	return printMade(p.out, name, c, sum)
}

// refuseNoDatabase keeps SQLite from making an empty database to back up.
func refuseNoDatabase(c config.Config) error {
	path := filepath.Join(c.DataDir, database.FileName)
	if _, err := os.Stat(path); !c.Postgres() && errors.Is(err, fs.ErrNotExist) {
		return fault.New(fault.NotFound, "There is no database %s to back up. IGNY8_DATA_DIR names its folder, DATABASE_URL a PostgreSQL database.", path)
	}
	return nil
}

// printMade prints what a new archive holds, and what it does not.
func printMade(to io.Writer, name string, c config.Config, sum backup.Summary) error {
	key := "IGNY8_SECRET_KEY"
	if c.SecretKey == "" {
		key = app.KeyFile(c)
	}
	fmt.Fprintln(to, name+": "+holds(sum))
	printMissing(to, sum.Missing)
	_, err := fmt.Fprintf(to, "Not in it: who is signed in, the settings in the environment, and the secret key. Keep %s in another place: without it "+
		"the keys of accounts' own servers have to be entered again.\n", key)
	return err
}

func holds(sum backup.Summary) string {
	return fmt.Sprintf("%d rows of %d tables, %d files of pictures, %d releases of %d sites", sum.Rows, sum.Tables, sum.Pictures, sum.Releases, sum.Sites)
}

func printMissing(to io.Writer, m backup.Missing) {
	for _, line := range m.Lines() {
		fmt.Fprintln(to, "Missing: "+line)
	}
}

// restore brings an archive up in an empty installation.
func restore(ctx context.Context, p process) error {
	f := flag.NewFlagSet("restore", flag.ContinueOnError)
	check := f.Bool("check", false, "")
	c, name, err := p.archive("restore", f)
	if err != nil {
		return err
	}
	if *check {
		sum, err := backup.Check(name)
		if err != nil {
			return err
		}
		fmt.Fprintf(p.out, "%s is whole: made by igny8 %s on %s from %s at migration %d\n%s\n", name, sum.Program,
			sum.MadeAt.Format("2006-01-02 15:04 UTC"), sum.Database, sum.Migration, holds(sum))
		printMissing(p.out, sum.Missing)
		return nil
	}
	hold, err := app.HoldData(c)
	if err != nil {
		return err
	}
	defer func() { _ = hold.Release() }()
	s, err := app.OpenBackup(ctx, c, version)
	if err != nil {
		return err
	}
	defer func() { _ = s.DB.Close() }()
	sum, err := s.Restore(ctx, name)
	if err != nil {
		return err
	}
	missing, err := s.Missing(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(p.out, "restored "+holds(sum))
	printMissing(p.out, missing)
	if sum.Key == "" {
		return nil // it was made before the first start: nothing is sealed
	}
	_, err = fmt.Fprintln(p.out, keyAdvice(c, s, sum))
	return err
}

// keyAdvice says what to do about the secret key, which no archive holds.
func keyAdvice(c config.Config, s *backup.Service, sum backup.Summary) string {
	const without = "Without it the keys of accounts' own servers have to be entered again."
	switch {
	case s.Opens(sum.Head):
		return "The secret key here is that of the archive. Everybody signs in once more."
	case len(s.Keys) == 0:
		return "Put the secret key of the archive into " + app.KeyFile(c) + " before the first start, which makes a new one otherwise. " + without
	}
	return "The secret key here is not that of the archive. Set the key of the archive as IGNY8_SECRET_KEYS_OLD. " + without
}

// archive reads the arguments of both commands: the file, and the flags.
func (p process) archive(command string, f *flag.FlagSet) (config.Config, string, error) {
	c, err := p.config()
	if err != nil {
		return c, "", err
	}
	words, err := parse(f, p.args)
	if err != nil {
		return c, "", err
	}
	if len(words) != 1 {
		return c, "", misuse(command + ": name one file")
	}
	return c, words[0], nil
}
