"""What people say to each other about an assignment: comments with mentions and files, to both sides or one."""
