package accounts_test

import (
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/database/dbtest"
)

func TestCast(t *testing.T) {
	t.Parallel()
	c := accountstest.NewCast(t, dbtest.New(t))
	for _, p := range accountstest.People() {
		list, err := c.Sites.List(c.Ctx(p))
		t.Log(p, c.Member(p).Role, len(list), err)
	}
}
