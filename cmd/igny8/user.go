package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"igny8/app"
	"igny8/app/accounts"
	"igny8/app/billing"
	"igny8/app/config"
)

// user runs the commands by which an operator manages the users of the installation.
func user(ctx context.Context, p process) error {
	c, err := p.config()
	if err != nil {
		return err
	}
	if len(p.args) == 0 {
		return misuse("user: say create, list or reset-password")
	}
	action := p.args[0]
	p.args = p.args[1:]
	switch action {
	case "create":
		return createUser(ctx, p, c)
	case "list":
		return listUsers(ctx, p, c)
	case "reset-password":
		return resetPassword(ctx, p, c)
	}
	return misuse("user: say create, list or reset-password")
}

// listUsers prints a line for each person: the address, the name, and their accounts with the role in each.
func listUsers(ctx context.Context, p process, c config.Config) error {
	words, err := parse(flag.NewFlagSet("user list", flag.ContinueOnError), p.args)
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return misuse("user list: takes no " + words[0])
	}
	services, err := app.Open(ctx, c)
	if err != nil {
		return err
	}
	defer func() { _ = services.Close() }()
	all, err := services.Accounts.Users(ctx)
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "E-MAIL\tNAME\tACCOUNTS")
	for _, u := range all {
		places := make([]string, len(u.Places))
		for i, place := range u.Places {
			places[i] = place.AccountName + " (" + string(place.Role) + ")"
		}
		if u.Developer {
			places = append(places, "all (developer)")
		}
		fmt.Fprintf(table, "%s\t%s\t%s\n", u.Email, u.Name, strings.Join(places, ", "))
	}
	return table.Flush()
}

// resetPassword prints a link by which the person sets a new password. The operator passes it on.
func resetPassword(ctx context.Context, p process, c config.Config) error {
	f := flag.NewFlagSet("user reset-password", flag.ContinueOnError)
	email := f.String("email", "", "")
	words, err := parse(f, p.args)
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return misuse("user reset-password: takes no " + words[0])
	}
	if *email == "" {
		return misuse("user reset-password: --email is needed")
	}
	services, err := app.Open(ctx, c)
	if err != nil {
		return err
	}
	defer func() { _ = services.Close() }()
	link, expires, err := services.Accounts.ResetLink(ctx, *email)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.out, "%s\n%s sets a new password with this link. It works once, until %s.\n",
		link, *email, expires.UTC().Format("15:04 UTC on 2 January 2006"))
	return err
}

func createUser(ctx context.Context, p process, c config.Config) error {
	f := flag.NewFlagSet("user create", flag.ContinueOnError)
	email := f.String("email", "", "")
	stdin := f.Bool("password-stdin", false, "")
	account := f.String("account", "", "")
	role := f.String("role", string(accounts.Owner), "")
	words, err := parse(f, p.args)
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
	reference := f.String("reference", "", "")
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
	grant := billing.Grant{Amount: *amount, Note: "granted by the operator", Reference: *reference}
	if _, err := services.Billing.GrantAccount(ctx, *account, grant); err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.out, "%d credits granted to %s\n", *amount, *account)
	return err
}
