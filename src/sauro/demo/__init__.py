"""The invented demo province: its communes, its people, and what they have done so far."""
