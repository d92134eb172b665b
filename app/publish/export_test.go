package publish

import "context"

// ActivateSeen lets tests be the one who saw the build live when they began.
func (s *Service) ActivateSeen(ctx context.Context, id, seen string) (Release, error) {
	return s.activate(ctx, id, &seen)
}

// Forget drops the preflights that are kept.
func (s *Service) Forget() { s.preflights = preflights{} }
