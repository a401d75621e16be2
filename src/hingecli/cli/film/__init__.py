"""`hinge film`: a clip looked at by the program, or by its person alone; and the model for it."""
