"""The rooms of the product, each a Django app; imports only go down the stair."""
