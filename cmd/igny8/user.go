package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"strings"

	"igny8/app"
	"igny8/app/accounts"
)

func user(ctx context.Context, p process) error {
	c, err := p.config()
	if err != nil {
		return err
	}
	if len(p.args) == 0 || p.args[0] != "create" {
		return misuse("user: say create")
	}
	f := flag.NewFlagSet("user create", flag.ContinueOnError)
	email := f.String("email", "", "")
	stdin := f.Bool("password-stdin", false, "")
	account := f.String("account", "", "")
	role := f.String("role", string(accounts.Owner), "")
	words, err := parse(f, p.args[1:])
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return misuse("user create: takes no " + words[0])
	}
	if *email == "" || !*stdin {
		return misuse("user create: --email and --password-stdin are needed; the password is read from standard input")
	}
	password, err := bufio.NewReader(p.in).ReadString('\n')
	if err != nil && err != io.EOF {
		return fmt.Errorf("read the password: %w", err)
	}
	services, err := app.Open(ctx, c)
	if err != nil {
		return err
	}
	defer func() { _ = services.Close() }()
	member, err := services.Accounts.CreateUser(ctx, accounts.NewUser{
		Email: *email, Password: strings.TrimRight(password, "\r\n"), AccountName: *account, Role: accounts.Role(*role),
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.out, "%s is %s\n", member.Email, member.Role)
	return err
}

func credits(ctx context.Context, p process) error {
	c, err := p.config()
	if err != nil {
		return err
	}
	if len(p.args) == 0 || p.args[0] != "grant" {
		return misuse("credits: say grant")
	}
	f := flag.NewFlagSet("credits grant", flag.ContinueOnError)
	account := f.String("account", "", "")
	amount := f.Int64("amount", 0, "")
	words, err := parse(f, p.args[1:])
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return misuse("credits grant: takes no " + words[0])
	}
	if *account == "" || *amount <= 0 {
		return misuse("credits grant: --account and an --amount above 0 are needed")
	}
	services, err := app.Open(ctx, c)
	if err != nil {
		return err
	}
	defer func() { _ = services.Close() }()
	if err := services.Billing.GrantAccount(ctx, *account, *amount, "granted by the operator"); err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.out, "%d credits granted to %s\n", *amount, *account)
	return err
}
